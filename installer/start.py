"""Where a packed program begins: the same as ``python -m desk_mailadmin``."""

from desk_mailadmin.__main__ import main

if __name__ == "__main__":
    main()
