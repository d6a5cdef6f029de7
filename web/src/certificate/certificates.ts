import { useQuery, type QueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import type { Certificate, CertificateKind, CertificateState } from '@/api/contract';
import { http } from '@/api/http';
import { customerKeys } from '@/customer/customer';

export const kinds = ['BUSINESS_LICENCE', 'QUALIFICATION', 'PERMIT', 'AUTHORISATION', 'IDENTITY', 'OTHER'] as const satisfies readonly CertificateKind[];

/** Neither replaced nor void. */
export function isAlive(certificate: Certificate): boolean {
  return certificate.state !== 'REPLACED' && certificate.state !== 'VOID';
}

export function toneOf(state: CertificateState): 'seal' | 'jade' | 'ochre' | 'plain' {
  return ({ EXPIRED: 'seal', EXPIRING: 'ochre', VALID: 'jade', FUTURE: 'plain', REPLACED: 'plain', VOID: 'plain' } as const)[state];
}

export const certificateKeys = {
  of: (customer: string) => ['/api/customers', 'certificates', customer] as const,
};

export function useCertificates(customer: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => certificateKeys.of(toValue(customer))),
    queryFn: ({ signal }) => http.get<{ items: Certificate[] }>(`/api/customers/${toValue(customer)}/certificates`, undefined, signal),
  });
}

/** After a change: the customer's certificates, what falls due, what is warned of, timeline and log are asked again. */
export async function noteCertificates(queries: QueryClient, customer: string): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: certificateKeys.of(customer) }),
    queries.invalidateQueries({ queryKey: customerKeys.hints(customer) }),
    queries.invalidateQueries({ queryKey: customerKeys.timeline(customer) }),
    queries.invalidateQueries({ queryKey: ['/api/certificates'] }),
    queries.invalidateQueries({ queryKey: ['/api/audit/events'] }),
  ]);
}
