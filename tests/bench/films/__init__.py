"""Films of labels under a dock's camera, drawn frame by frame, the same for the same number."""

from tests.bench.films.film import SIZES, TROUBLES, Film
from tests.bench.films.prints import Print, prints

__all__ = ["SIZES", "TROUBLES", "Film", "Print", "prints"]
