// Query parameters that carry a secret: their values are never quoted.

export const SECRET_PARAMETER =
  /^(?:access_token|token|bearer|api_?key|secret|client_secret|password|authorization)$/i;
