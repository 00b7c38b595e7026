"""What people see: tables for the terminal, figures, reports, generated pages."""
