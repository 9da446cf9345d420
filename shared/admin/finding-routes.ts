// Routes of the findings. @see ./finding.ts
import { z } from 'zod';
import { FindingRuleList, TopFindings, TopFindingsQuery } from './finding.ts';

const nothing = z.object({});
const tenant = z.object({ tenant: z.string() });

export const findingRoutes = {
  listFindingRules: {
    method: 'GET',
    path: '/api/finding-rules',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: FindingRuleList,
  },
  topFindings: {
    method: 'GET',
    path: '/api/tenants/:tenant/findings',
    params: tenant,
    query: TopFindingsQuery,
    body: z.undefined(),
    response: TopFindings,
  },
} as const;
