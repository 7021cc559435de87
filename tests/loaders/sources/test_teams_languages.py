"""The lists that Microsoft Teams makes in French, German, Portuguese and Spanish."""

import pytest

from tests.loaders.sources.online import BOTH, REPORT, attended, on, utf16


@pytest.mark.parametrize(
    ("start", "headings", "guest"),
    [
        (
            "Heure de début",
            "Nom\tPremière participation\tDernier départ\tDurée de la réunion\tE-mail\t"
            "ID du participant (UPN)\tRôle",
            "Invité",
        ),
        (
            "Startzeit",
            "Name\tErster Beitritt\tLetztes Verlassen\tDauer der Besprechung\tE-Mail\t"
            "Teilnehmer-ID (UPN)\tRolle",
            "Gast",
        ),
        (
            "Hora de início",
            "Nome\tPrimeira Entrada\tÚltima Saída\tDuração da Reunião\tEmail\t"
            "ID do participante (UPN)\tFunção",
            "Convidado",
        ),
        (
            "Hora de inicio",
            "Nombre\tPrimera entrada\tÚltima salida\tDuración de la reunión\tCorreo electrónico\t"
            "Id. de participante (UPN)\tRol",
            "Invitado",
        ),
    ],
)
def test_a_report_in_another_language(start: str, headings: str, guest: str) -> None:
    """French, German, Portuguese and Spanish tenants write the same report in their own words."""
    rows = [row.replace("Start time", start).replace("Guest", guest) for row in REPORT]
    rows[7] = headings

    assert attended(utf16(*rows)) == BOTH


@pytest.mark.parametrize(
    ("start", "headings"),
    [
        (
            "Heure de début de la réunion",
            "Nom complet\tHeure d'arrivée\tHeure de départ\tDurée\tE-mail\tRôle",
        ),
        (
            "Startzeit der Besprechung",
            "Vollständiger Name\tBeitrittszeit\tVerlassenszeit\tDauer\tE-Mail\tRolle",
        ),
        (
            "Hora de Início da Reunião",
            "Nome Completo\tHorário de Entrada\tHorário de Saída\tDuração\tEmail\tFunção",
        ),
        (
            "Hora de inicio de la reunión",
            "Nombre completo\tHora de unión\tHora de salida\tDuración\tCorreo electrónico\tRol",
        ),
    ],
)
def test_a_summary_in_another_language(start: str, headings: str) -> None:
    """The first cell has a star in French, and the time stands behind an “à”."""
    data = utf16(
        "*Résumé de la réunion",
        f"{start}\t23/09/2026 à 09:01:31",
        "",
        headings,
        "Ann Elm\t23/09/2026 à 09:01:31\t23/09/2026 à 11:45:31\t2\u00a0h 44\u00a0m\tann@elm.example\t-",
    )

    assert attended(data) == [(5, on(23), "Elm Trust", "Ann Elm")]


@pytest.mark.parametrize(
    ("headings", "joined", "left"),
    [
        ("Nom complet\tAction de l'utilisateur\tHorodatage", "A rejoint", "A quitté"),
        ("Vollständiger Name\tBenutzeraktion\tZeitstempel", "Beigetreten", "Hat verlassen"),
        ("Nome Completo\tAtividade\tData e hora", "Entrou", "Saiu"),
        ("Nome Completo\tAtividade\tCarimbo de data/hora", "Ingressou", "Saiu"),
        ("Nombre completo\tAcción del usuario\tMarca de tiempo", "Se unió", "Salió"),
    ],
)
def test_a_live_list_in_another_language(headings: str, joined: str, left: str) -> None:
    """Joining and leaving are told apart in five languages."""
    data = utf16(
        headings,
        f"Ann Elm\t{joined}\t23/09/2026 21:15:48",
        f"Ann Elm\t{left}\t24/09/2026 00:20:00",
    )

    assert attended(data) == [(2, on(23), "Elm Trust", "Ann Elm")]
