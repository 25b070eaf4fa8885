"""Makes the outlines of countries that the desk's map is drawn on."""
