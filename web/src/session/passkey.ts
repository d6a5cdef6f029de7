import { http } from '@/api/http';

/* Passkeys by WebAuthn: the server asks, the device signs. Binary values travel as base64url. */

interface Descriptor {
  type: string;
  id: string;
}

interface Creation {
  rp: PublicKeyCredentialRpEntity;
  user: { id: string; name: string; displayName: string };
  challenge: string;
  pubKeyCredParams: { type: string; alg: number }[];
  timeout: number;
  excludeCredentials: Descriptor[];
  authenticatorSelection: { residentKey: string; userVerification: string };
  attestation: string;
}

interface Request {
  challenge: string;
  timeout: number;
  rpId: string;
  allowCredentials: Descriptor[];
  userVerification: string;
}

export interface Asked<Question> {
  ceremony: string;
  publicKey: Question;
}

export function fromBase64url(text: string): ArrayBuffer {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0)).buffer;
}

export function toBase64url(bytes: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** Whether this browser, at this address, can use passkeys of `domain`. */
export function usable(domain: string, host = window.location.hostname): boolean {
  const here = host === domain || host.endsWith(`.${domain}`);
  return here && window.isSecureContext && 'PublicKeyCredential' in window;
}

function descriptors(all: Descriptor[]): PublicKeyCredentialDescriptor[] {
  return all.map(({ id }) => ({ type: 'public-key', id: fromBase64url(id) }));
}

/** Whether the person closed the browser's window or let it pass: nothing to complain about. */
export function wasCancelled(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError');
}

/** Has the device make a passkey; what it answers goes to the server under `ceremony`. */
export async function create({ ceremony, publicKey }: Asked<Creation>): Promise<Record<string, unknown>> {
  const made = await navigator.credentials.create({
    publicKey: {
      ...publicKey,
      challenge: fromBase64url(publicKey.challenge),
      user: { ...publicKey.user, id: fromBase64url(publicKey.user.id) },
      excludeCredentials: descriptors(publicKey.excludeCredentials),
    } as PublicKeyCredentialCreationOptions,
  });
  if (!(made instanceof PublicKeyCredential)) throw new DOMException('No credential', 'NotAllowedError');
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    ceremony,
    id: toBase64url(made.rawId),
    clientDataJSON: toBase64url(response.clientDataJSON),
    attestationObject: toBase64url(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  };
}

/** Has the device sign; what it answers goes to the server under `ceremony`. */
export async function sign({ ceremony, publicKey }: Asked<Request>): Promise<Record<string, unknown>> {
  const signed = await navigator.credentials.get({
    publicKey: {
      ...publicKey,
      challenge: fromBase64url(publicKey.challenge),
      allowCredentials: descriptors(publicKey.allowCredentials),
    } as PublicKeyCredentialRequestOptions,
  });
  if (!(signed instanceof PublicKeyCredential)) throw new DOMException('No credential', 'NotAllowedError');
  const response = signed.response as AuthenticatorAssertionResponse;
  return {
    ceremony,
    id: toBase64url(signed.rawId),
    clientDataJSON: toBase64url(response.clientDataJSON),
    authenticatorData: toBase64url(response.authenticatorData),
    signature: toBase64url(response.signature),
  };
}

/** Adds a passkey of this device to one's own account. */
export async function addPasskey(name: string): Promise<void> {
  const answer = await create(await http.post<Asked<Creation>>('/api/passkeys/ceremony'));
  await http.post('/api/passkeys', { name, answer });
}

/** Opens a session with a passkey. */
export async function signInByPasskey(): Promise<void> {
  const answer = await sign(await http.post<Asked<Request>>('/api/session/passkey/ceremony'));
  await http.post('/api/session/passkey', answer);
}

/** Proves again who sits here, before a dangerous act. */
export async function stepUpByPasskey(): Promise<void> {
  const answer = await sign(await http.post<Asked<Request>>('/api/session/passkey/ceremony'));
  await http.post('/api/session/step-up/passkey', answer);
}
