package fellowship.cli;

import fellowship.template.Template;
import fellowship.template.TemplateException;
