// stolen results: tries a package of the language.
package fellowship.script
class EscapeCanary {}
