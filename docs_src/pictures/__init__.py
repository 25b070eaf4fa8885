"""The pictures of the documentation: what commands print, the charts of the notebook, and screens of the desk."""
