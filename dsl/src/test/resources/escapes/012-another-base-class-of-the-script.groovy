// compile-time code: tries another base class of the script.
@groovy.transform.BaseScript fellowship.script.EscapeCanary base
