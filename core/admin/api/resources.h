// SPDX-License-Identifier: Apache-2.0
#pragma once

// All resources of the Admin API (contract section 4).
#include "admin/api/access.h"
#include "admin/api/activity.h"
#include "admin/api/app.h"
#include "admin/api/app_checks.h"
#include "admin/api/connection.h"
#include "admin/api/directory.h"
#include "admin/api/document.h"
#include "admin/api/entitlement.h"
#include "admin/api/key.h"
#include "admin/api/page.h"
#include "admin/api/preset.h"
#include "admin/api/problem.h"
#include "admin/api/registration.h"
#include "admin/api/replay.h"
#include "admin/api/sandbox.h"
#include "admin/api/scim.h"
#include "admin/api/session.h"
#include "admin/api/statistics.h"
#include "admin/api/status.h"
#include "admin/api/tenant.h"
