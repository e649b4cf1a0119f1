// compile-time code: tries an extension of the type checker by a computed name.
@groovy.transform.TypeChecked(extensions = ['fellowship.script.' + 'EscapeCanary'])
record Task(String id, String prompt) {}
