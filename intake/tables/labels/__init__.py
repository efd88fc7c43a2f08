"""Labels that stand off the numbers of their row, or are lost: order and sums tell the rows of the form."""
