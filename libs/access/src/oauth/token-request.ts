/** What a client asks the token endpoint for. */
export interface TokenRequest {
  readonly assertion: string;
  readonly clientId?: string;
  /** Absent: all that the client may have. */
  readonly scopes?: readonly string[];
}

/** A request that cannot be answered as it stands (RFC 6749 5.2). */
export interface MalformedTokenRequest {
  readonly error: 'invalid_request' | 'unsupported_grant_type' | 'invalid_client';
  readonly description: string;
}

export const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const malformed = (description: string): MalformedTokenRequest => ({ error: 'invalid_request', description });

/** Reads the form of a token request. A parameter that stands there twice makes it malformed (RFC 6749 3.2). */
export const tokenRequest = (body: unknown): TokenRequest | MalformedTokenRequest => {
  if (typeof body !== 'string') return malformed('the body is application/x-www-form-urlencoded');
  const form = new URLSearchParams(body);
  const names = [...form.keys()];
  if (new Set(names).size !== names.length) return malformed('a parameter is repeated');
  const grant = form.get('grant_type');
  if (!grant) return malformed('grant_type is missing');
  if (grant !== 'client_credentials')
    return { error: 'unsupported_grant_type', description: 'grant_type is client_credentials' };
  const assertion = form.get('client_assertion');
  if (form.get('client_assertion_type') !== ASSERTION_TYPE || !assertion || form.has('client_secret'))
    return { error: 'invalid_client', description: `clients log in by client_assertion, of type ${ASSERTION_TYPE}` };
  const clientId = form.get('client_id');
  const scopes = form.get('scope')?.split(' ').filter(Boolean);
  return {
    assertion,
    ...(clientId && { clientId }),
    ...(scopes?.length && { scopes: [...new Set(scopes)] }),
  };
};
