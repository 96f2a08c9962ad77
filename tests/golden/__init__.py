"""The golden numbers: each case of a file through the product's own functions."""
