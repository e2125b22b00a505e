"""What an auditor asks of the projects first: how many, how much and how much of it is spent, by lead unit."""

from __future__ import annotations

import sqlite3

import pandas as pd

_SQL = """
SELECT coalesce(u.name, p.lead_unit, '(không ghi đơn vị chủ trì)') AS lead, p.budget_vnd AS budget,
       p.disbursed_vnd AS disbursed
FROM projects p LEFT JOIN units u ON u.id = p.lead_unit_id
"""
LEAD, COUNT, BUDGET, DISBURSED = "Đơn vị chủ trì", "Số dự án", "Kinh phí (đồng)", "Đã giải ngân (đồng)"
LEFT = "Còn lại (đồng; chỉ dự án rõ cả kinh phí và giải ngân)"
NO_BUDGET, NO_DISBURSED = "Số dự án không rõ kinh phí", "Số dự án không rõ giải ngân"
TOTAL = "Tổng cộng"


def project_sums(db: sqlite3.Connection) -> pd.DataFrame:
    """One row a lead unit, by budget, and a last one of all; whole đồng, None where no amount is known.

    An amount that is not known is no nought: what is left is summed over the projects with both amounts, and the
    others are counted beside it.
    """
    amounts = ["budget", "disbursed", "left"]
    projects = pd.DataFrame(db.execute(_SQL).fetchall(), columns=["lead", "budget", "disbursed"])
    projects = projects.astype({"budget": "Int64", "disbursed": "Int64"})
    projects["left"] = projects["budget"] - projects["disbursed"]
    projects["no_budget"], projects["no_disbursed"] = projects["budget"].isna(), projects["disbursed"].isna()
    by_lead = projects.groupby("lead", sort=True)
    sums = pd.concat(
        [
            by_lead.size().rename("count"),
            by_lead[amounts].sum(min_count=1),
            by_lead[["no_budget", "no_disbursed"]].sum(),
        ],
        axis=1,
    ).sort_values("budget", ascending=False, na_position="last", kind="stable")
    sums.loc[TOTAL] = sums.agg(dict.fromkeys(sums.columns, _total))
    sums = sums.reset_index(names="lead")[["lead", "count", *amounts, "no_budget", "no_disbursed"]].astype(object)
    return sums.set_axis([LEAD, COUNT, BUDGET, DISBURSED, LEFT, NO_BUDGET, NO_DISBURSED], axis=1)


def _total(values: pd.Series) -> object:
    return values.sum(min_count=1)
