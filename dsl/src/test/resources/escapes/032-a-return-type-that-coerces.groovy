// casts and coercions: tries a return type that coerces.
File f() { ['@FILE@'] }
f().createNewFile()
