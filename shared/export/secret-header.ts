// Headers whose value is a secret.

export const SECRET_HEADER = /^(?:proxy-)?authorization$|cookie$|api-?key$|token$|secret$/iu;
