"""Kinds of contacts, in the order of the columns' last dimension."""

CONTACT_KINDS = ("suppliers", "customers", "abroad")
SUPPLIERS, CUSTOMERS, ABROAD = range(len(CONTACT_KINDS))
