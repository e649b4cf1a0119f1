// metaclass: tries an expando metaclass.
ExpandoMetaClass.enableGlobally()
