/** What a routine inspection looks at, in its order on the form. */
export const points = ['RIGHTS', 'ACCOUNTS', 'AGREEMENTS', 'LOG', 'BACKUP', 'VULNERABILITIES', 'VIRUSES', 'ROOMS'] as const;

export const outcomes = ['SOUND', 'WANTING', 'NOT_INSPECTED'] as const;
