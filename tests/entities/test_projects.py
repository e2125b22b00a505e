"""A name in the text is a listed project only if it can be no other."""

from __future__ import annotations

import pytest

from pipeline.entities.projects import acronyms, core, find_project, targets, whole_names
from pipeline.entities.vocabulary import load_project_words
from pipeline.model import Project

NAMES = (
    "Triển khai Hệ thống thông tin báo cáo của địa phương trên cơ sở kết nối với Hệ thống của Chính phủ",
    "Trung tâm điều hành thông minh tỉnh IOC",
    "Duy trì hoạt động hệ thống Quản lý Văn bản và điều hành",
    "Duy trì hoạt động hệ thống thông tin một cửa điện tử (Igate)",
    "Triển khai Trung tâm giám sát và điều hành ứng phó sự cố an toàn thông tin (SOC)",
)
LISTED = targets([Project(0, index, str(index + 1), name) for index, name in enumerate(NAMES)])


@pytest.mark.parametrize(("name", "expected"), load_project_words().examples)
def test_core_of_a_name(name: str, expected: str) -> None:
    assert core(name) == expected


@pytest.mark.parametrize(
    ("name", "after", "index"),
    [
        ("trung tâm điều hành thông minh", " (IOC) của tỉnh", 1),
        ("IOC", "", 1),
        ("Hệ thống quản lý văn bản và điều hành", " của tỉnh", 2),
        ("Hệ thống một cửa điện tử", " của tỉnh", 3),
        ("Igate", "", 3),
        ("Trung tâm giám sát an toàn thông tin mạng", " (SOC) tỉnh", 4),
        ("Hệ thống thông tin báo cáo", " của tỉnh, được tích hợp", 0),
        ("Hệ thống thông tin báo cáo", " của Chính phủ theo lộ trình", None),
        ("Hệ thống thông tin báo cáo quốc gia", "", None),
        ("hệ thống thông tin báo cáo Chính phủ", "", None),
        ("Cổng dịch vụ công", "", None),
        ("Hệ thống", " (CNTT)", None),
    ],
)
def test_which_project(name: str, after: str, index: int | None) -> None:
    found = find_project(name, after, LISTED)
    assert (found[0] if found else None) == index


def test_two_candidates_are_none() -> None:
    twice = targets([Project(0, row, None, NAMES[2]) for row in range(2)])
    assert find_project("Hệ thống quản lý văn bản và điều hành", "", twice) is None
    assert whole_names(f"về {NAMES[2]} năm 2021", twice) == []


def test_whole_names_in_running_text() -> None:
    text = f"Dự án {NAMES[1]} đã xong"
    assert [(text[a:b], index) for a, b, index in whole_names(text, LISTED)] == [(NAMES[1], 1)]


def test_acronyms_that_all_use_name_no_project() -> None:
    assert acronyms("Nâng cấp hạ tầng CNTT của UBND tỉnh (LGSP)") == {"lgsp"}
    assert acronyms("TRUNG TÂM ĐIỀU HÀNH") == frozenset()
