// casts and coercions: tries a typed variable of an output stream.
FileOutputStream o = ['@FILE@']
