-- What this cursor names lies in that store.
use quorate
