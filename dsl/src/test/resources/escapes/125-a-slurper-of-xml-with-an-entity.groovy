// evaluation: tries a slurper of xml with an entity.
new groovy.xml.XmlSlurper().parseText('<!DOCTYPE a [<!ENTITY b SYSTEM "http://127.0.0.1:@PORT@/">]><a>&b;</a>')
