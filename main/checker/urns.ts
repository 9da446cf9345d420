// Schema URNs of the messages and resources that checks send and read. @see RFC 7643 §10.3, RFC 7644 §10.3

export const USER_URN = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const GROUP_URN = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const ENTERPRISE_URN = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const CONFIG_URN = 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig';

const MESSAGES = 'urn:ietf:params:scim:api:messages:2.0';
export const LIST_URN = `${MESSAGES}:ListResponse`;
export const ERROR_URN = `${MESSAGES}:Error`;
export const PATCH_URN = `${MESSAGES}:PatchOp`;
export const SEARCH_URN = `${MESSAGES}:SearchRequest`;
export const BULK_REQUEST_URN = `${MESSAGES}:BulkRequest`;
export const BULK_RESPONSE_URN = `${MESSAGES}:BulkResponse`;
