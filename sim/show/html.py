"""What a terminal shows, for a notebook."""

import io

from rich.table import Table

from .terminal import WIDTH, Page

PAGE = '<pre style="line-height: 1.2; font-family: monospace">{code}</pre>'


def as_html(*parts: Table | str) -> str:
    """Return tables and sentences as they stand on a page without a terminal.

    >>> as_html("more <b> than", "less").removeprefix(PAGE.partition("{")[0])
    'more &lt;b&gt; than\\n\\nless\\n\\n</pre>'
    """
    page = Page(width=WIDTH, record=True, file=io.StringIO(), force_jupyter=False)
    for part in parts:
        page.print(part, markup=False, highlight=False)
        page.print()
    return page.export_html(inline_styles=True, code_format=PAGE)
