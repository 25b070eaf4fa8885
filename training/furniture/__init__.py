"""How the furniture finder is taught."""
