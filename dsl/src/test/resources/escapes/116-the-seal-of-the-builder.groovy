// reflection: tries the seal of the builder.
seal('x', [], [:])
