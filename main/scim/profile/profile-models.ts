// Resource types as a profile shapes them: its switches change characteristics of attributes, and every rule that reads
// the schemas, discovery included, follows. @see RFC 7643 §2.2 and §7
import type { Profile } from '../../../shared/scim/profile/switches.ts';
import type { AttributeDefinition, ResourceModel } from '../schema/schema-types.ts';

type Change = (attribute: AttributeDefinition) => AttributeDefinition | undefined;

/** Changes by resource type and attribute; undefined leaves the attribute out. */
type Changes = Readonly<Record<string, Readonly<Record<string, Change>>>>;

const known = new WeakMap<Profile, WeakMap<readonly ResourceModel[], readonly ResourceModel[]>>();

/** The models under a profile. The same arguments give the same models, so that more can be remembered by them. */
export function profileModels(
  models: readonly ResourceModel[],
  profile: Profile,
): readonly ResourceModel[] {
  const byModels = known.get(profile) ?? new WeakMap();
  known.set(profile, byModels);
  const before: readonly ResourceModel[] | undefined = byModels.get(models);
  if (before !== undefined) return before;
  const changes = readChanges(profile);
  const now = models.map((model) => shapeModel(model, changes, profile));
  byModels.set(models, now);
  return now;
}

function shapeModel(model: ResourceModel, changes: Changes, profile: Profile): ResourceModel {
  const wanted = { ...changes['*'], ...changes[model.type.name] };
  const attributes = model.core.attributes.flatMap((attribute) => {
    // An attribute of a tenant's own may be called `valueOf`.
    const change = Object.hasOwn(wanted, attribute.name) ? wanted[attribute.name] : undefined;
    const after = (change ?? keep)(attribute);
    return after === undefined ? [] : [after];
  });
  return {
    ...model,
    core: { ...model.core, attributes },
    needsExtensionUrns: !profile.acceptTopLevelExtensionAttributes,
  };
}

function readChanges(profile: Profile): Changes {
  return {
    '*': profile.uniqueExternalId ? { externalId: withUniqueness } : {},
    User: {
      ...(profile.userNameCaseExact && { userName: withCaseExact }),
      ...(profile.requiredUserAttributes === 'aws' && {
        displayName: withRequired,
        name: withRequiredNames,
      }),
      ...(profile.userAttributes === 'aws' && {
        ims: leaveOut,
        photos: leaveOut,
        entitlements: leaveOut,
        x509Certificates: leaveOut,
      }),
      ...(!profile.passwordAccepted && { password: leaveOut }),
      groups: (attribute) => shapeGroups(attribute, profile),
    },
    Group: {
      ...(profile.uniqueGroupDisplayName && { displayName: withUniqueness }),
      members: (attribute) => shapeMembers(attribute, profile),
    },
  };
}

function shapeMembers(members: AttributeDefinition, profile: Profile): AttributeDefinition {
  const subAttributes = members.subAttributes?.map((sub) =>
    sub.name === 'display' && !profile.memberDisplay ? withoutReturn(sub) : sub,
  );
  return {
    ...members,
    returned: profile.membersReturned,
    ...(subAttributes && { subAttributes }),
  };
}

function shapeGroups(groups: AttributeDefinition, profile: Profile): AttributeDefinition {
  const shown = profile.groupsOnUser ? groups : withoutReturn(groups);
  if (profile.indirectGroups) return shown;
  const subAttributes = groups.subAttributes?.map((sub) =>
    sub.name === 'type' ? { ...sub, canonicalValues: ['direct'] } : sub,
  );
  return { ...shown, ...(subAttributes && { subAttributes }) };
}

function keep(attribute: AttributeDefinition): AttributeDefinition {
  return attribute;
}

function leaveOut(): undefined {
  return undefined;
}

function withUniqueness(attribute: AttributeDefinition): AttributeDefinition {
  return { ...attribute, uniqueness: 'server' };
}

function withCaseExact(attribute: AttributeDefinition): AttributeDefinition {
  return { ...attribute, caseExact: true };
}

function withRequired(attribute: AttributeDefinition): AttributeDefinition {
  return { ...attribute, required: true };
}

function withRequiredNames(name: AttributeDefinition): AttributeDefinition {
  const required = new Set(['givenName', 'familyName']);
  const subAttributes = name.subAttributes?.map((sub) =>
    required.has(sub.name) ? withRequired(sub) : sub,
  );
  return { ...name, required: true, ...(subAttributes && { subAttributes }) };
}

function withoutReturn(attribute: AttributeDefinition): AttributeDefinition {
  return { ...attribute, returned: 'never' };
}
