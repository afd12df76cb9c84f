"""Operations of the command line."""
