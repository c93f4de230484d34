"use strict";
// What azuread 3.7 does that its schema does not say. The stub serves exactly the resources and data sources listed
// here; for one more, add a row ({} updates everything in place and gets a plain UUID as its id).
//
//   forceNew     a change of these makes a new object
//   defaults     filled in by the provider
//   computed     optional, but filled in by the provider when not set (the bindings do not say)
//   sensitive    hidden in plans (the bindings do not say)
//   uuid, oneOf, atLeastOne, conflicts   what validation refuses
//   natural      what the id of a new object is made from (default: everything known)
//   uuids        attributes that get a UUID when created
//   id           the form of the id
//   derive       further attributes of a new object
//   existing     the object that is taken over instead of creating one; takeOver: must the configuration say so?
//   refuse       why the service turns a new object down, or nothing
//   keepOnDelete destroying it only forgets it
const oid = (prefix) => (v) => `${prefix}${v.object_id}`;
const tail = (id) => id.split("/").pop();
const byId = (items) => Object.fromEntries((items ?? []).filter((i) => i.value).map((i) => [i.value, i.id]));
const roleTemplate = (v, tenant) =>
  tenant.fixture.role_templates.find((r) => r.template_id === v.template_id || r.display_name === v.display_name);
const missing = (what, id) => `Resource '${id}' does not exist or is not a ${what}`;
const PRINCIPALS = ["azuread_user", "azuread_group", "azuread_service_principal"];

const resources = {
  azuread_application: {
    forceNew: ["template_id"],
    defaults: { sign_in_audience: "AzureADMyOrg", prevent_duplicate_names: false },
    computed: ["tags", "template_id", "password.start_date", "password.end_date"],
    sensitive: ["password.value"],
    oneOf: {
      sign_in_audience: [
        "AzureADMyOrg",
        "AzureADMultipleOrgs",
        "AzureADandPersonalMicrosoftAccount",
        "PersonalMicrosoftAccount",
      ],
    },
    natural: ["display_name"],
    uuids: ["object_id", "client_id"],
    id: oid("/applications/"),
    derive: (v, tenant) => ({
      app_role_ids: byId(v.app_role),
      oauth2_permission_scope_ids: byId(v.api?.[0]?.oauth2_permission_scope),
      publisher_domain: tenant.fixture.domains.find((d) => d.initial).domain_name,
    }),
  },
  azuread_application_certificate: {
    forceNew: ["application_id", "key_id", "encoding", "start_date", "end_date", "end_date_relative", "type", "value"],
    defaults: { encoding: "pem" },
    computed: ["key_id", "start_date", "end_date"],
    sensitive: ["value"],
    oneOf: { encoding: ["base64", "hex", "pem"], type: ["AsymmetricX509Cert", "Symmetric"] },
    uuids: ["key_id"],
    id: (v) => `${tail(v.application_id)}/certificate/${v.key_id}`,
    refuse: (v, tenant) => {
      if (tenant.get("azuread_application", v.application_id) === null) return missing("application", v.application_id);
    },
  },
  azuread_service_principal: {
    forceNew: ["client_id"],
    defaults: { account_enabled: true },
    computed: ["tags"],
    uuid: ["client_id"],
    conflicts: [["feature_tags", "features", "tags"]],
    natural: ["client_id"],
    uuids: ["object_id"],
    id: oid("/servicePrincipals/"),
    derive: (v, tenant) => {
      const app = tenant.find("azuread_application", (a) => a.client_id === v.client_id);
      return {
        display_name: v.display_name ?? app?.display_name ?? null,
        application_tenant_id: v.application_tenant_id ?? tenant.fixture.client_config.tenant_id,
        sign_in_audience: app?.sign_in_audience ?? null,
        service_principal_names: v.service_principal_names ?? [v.client_id, ...(app?.identifier_uris ?? [])],
        app_role_ids: v.app_role_ids ?? app?.app_role_ids ?? {},
        type: v.type ?? "Application",
      };
    },
    // The danger, copied faithfully: use_existing is no reference. The principal is changed, and destroying it is a DELETE.
    existing: (v, tenant) => tenant.find("azuread_service_principal", (p) => p.client_id === v.client_id),
    takeOver: "use_existing",
  },
  azuread_app_role_assignment: {
    forceNew: ["app_role_id", "principal_object_id", "resource_object_id"],
    uuid: ["app_role_id", "principal_object_id", "resource_object_id"],
    id: (v, uuid) => `/servicePrincipals/${v.resource_object_id}/appRoleAssignedTo/${uuid}`,
    refuse: (v, tenant) => {
      if (!tenant.has(v.resource_object_id, "azuread_service_principal"))
        return missing("service principal", v.resource_object_id);
      if (!tenant.has(v.principal_object_id, ...PRINCIPALS)) return missing("principal", v.principal_object_id);
    },
  },
  azuread_group: {
    forceNew: ["assignable_to_role", "behaviors", "mail_nickname", "provisioning_options", "types"],
    defaults: { prevent_duplicate_names: false, writeback_enabled: false },
    computed: [
      "auto_subscribe_new_members",
      "external_senders_allowed",
      "hide_from_address_lists",
      "hide_from_outlook_clients",
      "mail_nickname",
      "members",
      "onpremises_group_type",
      "owners",
      "visibility",
    ],
    atLeastOne: ["mail_enabled", "security_enabled"],
    oneOf: { visibility: ["Private", "Public", "Hiddenmembership"] },
    natural: ["display_name"],
    uuids: ["object_id"],
    id: oid("/groups/"),
    derive: (v) => ({
      mail_nickname: v.mail_nickname ?? v.object_id.slice(0, 10),
      onpremises_sync_enabled: false,
      members: v.members ?? [],
      owners: v.owners ?? [],
    }),
  },
  azuread_group_member: {
    forceNew: ["group_object_id", "member_object_id"],
    uuid: ["group_object_id", "member_object_id"],
    id: (v) => `${v.group_object_id}/member/${v.member_object_id}`,
    refuse: (v, tenant) => {
      if (!tenant.has(v.group_object_id, "azuread_group")) return missing("group", v.group_object_id);
      if (!tenant.has(v.member_object_id, ...PRINCIPALS)) return missing("principal", v.member_object_id);
    },
  },
  azuread_directory_role: {
    forceNew: ["display_name", "template_id"],
    computed: ["display_name", "template_id"],
    natural: ["display_name", "template_id"],
    uuids: ["object_id"],
    id: oid("/directoryRoles/"),
    derive: (v, tenant) => ({ ...roleTemplate(v, tenant) }),
    existing: (v, tenant) =>
      tenant.find("azuread_directory_role", (r) => r.template_id === roleTemplate(v, tenant)?.template_id),
    refuse: (v, tenant) => {
      if (!roleTemplate(v, tenant)) return `No directory role template for ${v.template_id ?? v.display_name}`;
    },
    keepOnDelete: true,
  },
  azuread_directory_role_assignment: {
    forceNew: ["role_id", "principal_object_id", "app_scope_id", "directory_scope_id"],
    computed: ["app_scope_id", "directory_scope_id"],
    uuid: ["principal_object_id"],
    id: (_v, uuid) => `/roleManagement/directory/roleAssignments/${uuid}`,
    derive: (v) => ({ directory_scope_id: v.directory_scope_id ?? "/" }),
    refuse: (v, tenant) => {
      // A built-in role is assigned by its template id; the object id of the activated role is not a role definition.
      if (!tenant.fixture.role_templates.some((r) => r.template_id === v.role_id))
        return missing("role definition", v.role_id);
      if (!tenant.has(v.principal_object_id, ...PRINCIPALS)) return missing("principal", v.principal_object_id);
    },
  },
};

// "by": the attributes one looks an object up by; they are also filled in from what was found.
const dataSources = {
  azuread_client_config: {
    by: [],
    answer: (_config, { fixture: { client_config: c } }) => ({
      ...c,
      id: `${c.tenant_id}-${c.client_id}-${c.object_id}`,
    }),
  },
  azuread_domains: {
    by: [],
    answer: (config, tenant) => {
      const has = (d, service) => d.supported_services.some((s) => s.toLowerCase() === service.toLowerCase());
      const domains = tenant.fixture.domains.filter(
        (d) =>
          (config.include_unverified || d.verified) &&
          (!config.only_default || d.default) &&
          (!config.only_initial || d.initial) &&
          (!config.only_root || d.root) &&
          (!config.admin_managed || d.admin_managed) &&
          (config.supports_services ?? []).every((service) => has(d, service)),
      );
      if (domains.length === 0) throw new Error("No domains found for the provided filters");
      return { domains };
    },
  },
  azuread_service_principal: { by: ["object_id", "client_id", "display_name"] },
  azuread_group: { by: ["object_id", "display_name", "mail_nickname", "security_enabled", "mail_enabled"] },
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

module.exports = { resources, dataSources, UUID };
