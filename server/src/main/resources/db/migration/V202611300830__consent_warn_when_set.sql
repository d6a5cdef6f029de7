-- A warning on every customer is read by nobody: marketing warns only where somebody says that it shall. What a person has
-- set already stays as he set it.
update consent_purpose set warns = false where code = 'marketing' and version = 0;
