"""The pages of the desk, made on the server and whole without a script."""
