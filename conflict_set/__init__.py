"""The conflict set: composed reports on wars and peace talks with every statement marked by hand (CC BY 4.0)."""
