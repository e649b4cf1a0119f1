// evaluation: tries a template engine.
new groovy.text.SimpleTemplateEngine().createTemplate('x')
