"""What takes minutes to prove: `python -m tests.proof [PART…]`. A part is a module with `main() -> int`, 0 when it holds."""
