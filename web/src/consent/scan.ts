import { http } from '@/api/http';

/** Sends the scan that proves a consent. */
export async function sendScan(consent: string, file: File): Promise<void> {
  const body = new FormData();
  body.append('file', file);
  await http.post(`/api/consents/${consent}/scan`, body);
}
