"""The result as a workbook to go on working with: plan with filters, a value model that calculates, registers."""
