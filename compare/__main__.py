"""`python -m compare` is the command `claimcompare`."""

from compare.cli import main

if __name__ == "__main__":
    main()
