// casts and coercions: tries a typed variable that coerces a list.
File f = ['@FILE@']
f.createNewFile()
