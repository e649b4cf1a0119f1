// metaclass: tries a mixin.
String.mixin(fellowship.script.EscapeCanary)
