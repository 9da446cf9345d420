// What the client sends against the recorded traffic of Entra: method, path, query, headers and body, byte by byte.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Difference } from '../../../main/simulator/client/patch-operations.ts';
import {
  checkManager,
  checkMember,
  match,
  probe,
  readResource,
} from '../../../main/simulator/client/read-requests.ts';
import type { ScimCall } from '../../../main/simulator/client/scim-call.ts';
import { toWireAttribute, type WireAttribute } from '../../../main/simulator/client/wire-value.ts';
import {
  addMembers,
  createResource,
  deleteResource,
  removeReference,
  removeMembers,
  setManager,
  updateResource,
} from '../../../main/simulator/client/write-requests.ts';
import type { MappedAttribute, TargetValue } from '../../../main/simulator/mapped-object.ts';
import { encodeQuery } from '../../exchanges/encode-query.ts';
import { readExchanges } from '../../exchanges/exchange-file.ts';
import { BEARER, scimClientOf } from '../../support/scim-client-of.ts';
import { startScimTarget } from '../../support/scim-target.ts';

const GUID = 'cf4d78e8-5d1c-4c3b-9b0a-0d5f6ad1e001';
const ADA = '5f2f4d0d6c7a4e0f9a11';
const GRACE = '7b0c3f1e2d4b4a58b322';
const GROUP = '9d1e6f30aa7c4c7ab812';
const UPN = 'ada.byron@contoso.test';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const ADMIN =
  '{"id":"06b07648-ecfe-589f-9d2f-6325724a46ee","value":"Admin","displayName":"Administrator"}';
const AUDITOR =
  '{"id":"06b07648-ecfe-589f-9d2f-6325724a46ee","value":"Auditor","displayName":"Auditor"}';

const TODAY = { isFlagged: false };
const FLAG = { isFlagged: true };
const user = { type: 'User', id: ADA } as const;
const group = { type: 'Group', id: GROUP } as const;

function wire(
  target: string,
  value: TargetValue,
  roleForm: MappedAttribute['roleForm'] = null,
): WireAttribute {
  const attribute = toWireAttribute({ target, value, roleForm });
  assert.ok(attribute !== undefined, target);
  return attribute;
}

function replace(target: string, value: TargetValue): Difference {
  return { attribute: wire(target, value), isReplacement: true };
}

function add(
  target: string,
  value: TargetValue,
  roleForm: MappedAttribute['roleForm'] = null,
): Difference {
  return { attribute: wire(target, value, roleForm), isReplacement: false };
}

const MINIMAL = [
  wire('userName', UPN),
  wire('active', true),
  wire('displayName', 'Ada Byron'),
  wire('emails[type eq "work"].value', UPN),
  wire('name.givenName', 'Ada'),
  wire('name.familyName', 'Byron'),
  wire('name.formatted', 'Ada Byron'),
  wire('externalId', 'ada.byron'),
];

const FULL = [
  ...MINIMAL,
  wire('title', 'Analyst'),
  wire('preferredLanguage', 'en-GB'),
  wire('addresses[type eq "work"].formatted', 'B1/2'),
  wire('addresses[type eq "work"].streetAddress', '1 Mill Road'),
  wire('addresses[type eq "work"].locality', 'London'),
  wire('addresses[type eq "work"].region', 'LDN'),
  wire('addresses[type eq "work"].postalCode', 'N1'),
  wire('addresses[type eq "work"].country', 'GB'),
  wire('phoneNumbers[type eq "work"].value', '+44 20 0000 0001'),
  wire('phoneNumbers[type eq "mobile"].value', '+44 70 0000 0002'),
  wire('phoneNumbers[type eq "fax"].value', '+44 20 0000 0003'),
  wire(`${ENTERPRISE}:employeeNumber`, 'E-1001'),
  wire(`${ENTERPRISE}:department`, 'Research'),
];

const create = (...more: WireAttribute[]) => createResource('User', [...MINIMAL, ...more]);
const badge = wire('urn:ietf:params:scim:schemas:extension:contoso:2.0:User:badge', 'B-77');
const singleRole = wire('roles[primary eq "True"].value', 'Admin', 'single');
const complexRoles = wire(
  'roles',
  [
    { id: '1', value: 'Admin', displayName: 'Admin' },
    { id: '2', value: 'User', displayName: 'User' },
  ],
  'complex',
);
const inactive = MINIMAL.map((each) => (each.target === 'active' ? wire('active', false) : each));
const userRole = [{ id: '2', value: 'User', displayName: 'User' }];
const renamed = [
  replace('displayName', 'Ada King'),
  replace('emails[type eq "work"].value', 'ada.k@contoso.test'),
  replace('name.givenName', 'Ada'),
  replace('name.familyName', 'King'),
];
const employeeNumber = replace(`${ENTERPRISE}:employeeNumber`, 'E-1002');
const newGroup = createResource('Group', [
  wire('displayName', 'Sales EMEA'),
  wire('externalId', '4f7d1a55-0000-4000-8000-000000000001'),
]);
const newName = [replace('displayName', 'Sales World')];

/** By the number of the recorded exchange. */
const CALLS: Readonly<Record<string, (base: string) => ScimCall>> = {
  '001': () => probe('User', 'userName', GUID),
  '002': () => probe('Group', 'displayName', GUID),
  '003': () => probe('User', 'userName', GUID),
  '006': () => match('User', 'userName', UPN),
  '008': () => match('User', 'userName', UPN.toUpperCase()),
  '009': () => match('User', 'externalId', 'ada.byron'),
  '011': () => match('User', 'emails[type eq "work"].value', UPN),
  '015': () => readResource('User', ADA),
  '017': () => checkManager(ADA, 'manager', GRACE),
  '019': () => checkMember(GROUP, ADA),
  '020': () => create(),
  '021': () => createResource('User', FULL),
  '024': () => create(badge),
  '025': () => create(singleRole),
  '026': () => create(complexRoles),
  '027': () => createResource('User', inactive),
  '031': () =>
    updateResource(
      user,
      renamed.filter((_, index) => index % 2 === 1),
      TODAY,
    ),
  '032': () => updateResource(user, [replace('userName', 'ada.king@contoso.test')], TODAY),
  '033': () =>
    updateResource(user, [...renamed, replace('externalId', 'ada.king'), employeeNumber], TODAY),
  '034': () => updateResource(user, [...renamed, employeeNumber], FLAG),
  '035': () => updateResource(user, [add('nickName', 'Addie')], TODAY),
  '036': () => updateResource(user, [add('nickName', 'Addie')], FLAG),
  '037': () =>
    updateResource(user, [add('phoneNumbers[type eq "mobile"].value', '+44 70 1')], TODAY),
  '039': () =>
    updateResource(
      user,
      [
        add('addresses[type eq "work"].streetAddress', '2 Mill Road'),
        add('addresses[type eq "work"].locality', 'Leeds'),
        add('addresses[type eq "work"].country', 'GB'),
      ],
      TODAY,
    ),
  '040': () =>
    updateResource(
      user,
      [add(`${ENTERPRISE}:department`, 'Sales'), replace(`${ENTERPRISE}:employeeNumber`, 'E-2')],
      TODAY,
    ),
  '045': () => setManager(ADA, GRACE, { ...TODAY, base: 'https://<base>' }),
  '046': () => setManager(ADA, GRACE, { ...FLAG, base: 'https://<base>' }),
  '049': () => removeReference(ADA, `${ENTERPRISE}:manager`, TODAY),
  '051': () => updateResource(user, [add('roles', ADMIN, 'single')], TODAY),
  '052': () => updateResource(user, [add('roles', userRole, 'assertive')], TODAY),
  '053': () => updateResource(user, [add('roles', AUDITOR, 'complex')], TODAY),
  '054': () => updateResource(user, [replace('active', false)], TODAY),
  '055': () => updateResource(user, [replace('active', false)], FLAG),
  '057': () => updateResource(user, [replace('active', true)], TODAY),
  '058': () => updateResource(user, [replace('active', true)], FLAG),
  '059': () => deleteResource(user),
  '061': () => match('Group', 'displayName', 'Sales EMEA'),
  '064': () => newGroup,
  '066': () => readResource('Group', GROUP),
  '067': () => updateResource(group, newName, TODAY),
  '068': () => updateResource(group, [...newName, replace('externalId', '4f7d1a55')], FLAG),
  '069': () => addMembers(GROUP, [ADA], TODAY),
  '070': () => addMembers(GROUP, [ADA, GRACE], TODAY),
  '071': () => addMembers(GROUP, [ADA], FLAG),
  '073': () => removeMembers(GROUP, [ADA], TODAY),
  '075': () => removeMembers(GROUP, [ADA], FLAG),
  '076': () => removeMembers(GROUP, [ADA, GRACE], FLAG),
  '077': () => deleteResource(group),
};

describe('Requests of the simulated provisioning service', () => {
  const recorded = new Map(readExchanges().map((exchange) => [exchange.number, exchange]));
  for (const [number, toCall] of Object.entries(CALLS)) {
    const exchange = recorded.get(number);
    test(`are as recorded: ${exchange?.title ?? number}`, async (context) => {
      assert.ok(exchange !== undefined);
      const { file } = exchange;
      const target = await startScimTarget(context, () => ({ status: 200, body: {} }));
      const isFlagged = file.query.includes('aadOptscim062020');
      const tenantUrl = `${target.origin}/scim${isFlagged ? '?aadOptscim062020' : ''}`;

      await scimClientOf(context, tenantUrl).send(toCall(target.origin));

      const [received] = target.received;
      assert.ok(received !== undefined);
      const { Host: _host, Connection: _connection, ...headers } = received.headers;
      const length = received.headers['Content-Length'];
      assert.deepEqual(
        { ...received, headers },
        {
          method: file.method,
          url: `/scim${file.path}${file.query === '' ? '' : `?${encodeQuery(file.query)}`}`,
          headers: {
            ...file.headers,
            Authorization: `Bearer ${BEARER.type === 'bearer' ? BEARER.secretToken : ''}`,
            adscimversion: received.headers['adscimversion'],
            ...(length !== undefined && { 'Content-Length': length }),
          },
          body: file.body === null ? '' : JSON.stringify(file.body),
        },
      );
      assert.match(received.headers['adscimversion'] ?? '', /^\d{4}-\d\d-\d\d [\da-f-]{36}$/);
    });
  }
});
