"""The rules of the product: values in, values out. No Flask, database, files, clock or chance."""
