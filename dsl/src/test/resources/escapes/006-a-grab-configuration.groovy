// compile-time code: tries a grab configuration.
@GrabConfig(systemClassLoader = true)
def x = 1
