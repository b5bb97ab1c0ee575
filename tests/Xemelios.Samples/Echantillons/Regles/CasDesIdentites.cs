namespace Xemelios.Samples;

/// <summary>QUAL and RIB: who the agent is, where he is paid, and what months say of each other. Department 99 and account 30006 are nobody's.</summary>
internal static class CasDesIdentites
{
    public static IEnumerable<CasDeRegle> Tous() =>
        [Nir(), Siret(), Compte(), ComptePartage(), Incomplete(), Statut(), MoisManquants(), Matricules(), Cumuls(), MoisIsole(), CompteChange()];

    private const string Iban = "FR7630006000011234567890189";
    private const string AutreIban = "DE89370400440532013000";

    private static PayeDeCas Paye(string matricule, string mois = "2026-03") => new(matricule) { Mois = mois };

    private static PayeDeCas Ne(string matricule, string? nir, string civilite = "M.") => Paye(matricule) with { Nom = matricule, Nir = nir, Civilite = civilite };

    private static CasDeRegle Nir() => new CasDeRegle("QUAL-29")
        .Constat(null, Ne("CLE-FAUSSE", "180019900100134")).Constat(null, Ne("FORME", "18001990010"))
        .Constat(null, Ne("SEXE", "1800199001003", "MME")).Constat(null, Ne("SEXE-2", "2800199001003"))
        .Constat(null, Ne("JEUNE", "1130199001004")).Constat(null, Ne("AGE", "1450199001005"))
        .Constat(null, Ne("PARTAGE-1", "1750199001006")).Constat(null, Ne("PARTAGE-2", "175019900100681"))
        .Conforme(Ne("CLE-JUSTE", "180019900102115"), Ne("SANS-CLE", "1800199001007"), Ne("CORSE", "180012A001001" + CleCorse), Ne("FEMME", "2800199001008", "MME"))
        .Conforme(Ne("QUATORZE-ANS", "1120199001009"), Ne("QUATRE-VINGTS-ANS", "1460199001010"))
        .NonEvaluable(Ne("ABSENT", null), Ne("MASQUE", "1ZZZZZZZZZZZZ"));

    // 97 − (1800119001001 mod 97): 2A counts as 19.
    private const string CleCorse = "61";

    private static CasDeRegle Siret() => new CasDeRegle("QUAL-30")
        {
            Testes = 7,
            Etablissements = new Dictionary<string, string> { ["2026-01"] = "21990001600012", ["2026-02"] = "2199000160001", ["2026-03"] = "21990001600011" },
        }
        .ConstatDeFichier(null, Paye("CLE", "2026-01")).ConstatDeFichier(null, Paye("TREIZE", "2026-02"))
        .Passe(Paye("JUSTE", "2026-03"), Paye("SANS-ETABLISSEMENT", "2026-04"));

    private static PayeDeCas Rib(string matricule, string compte, string cle) => Paye(matricule) with { Iban = null, Rib = ("30006", "00001", compte, cle) };

    private static CasDeRegle Compte() => new CasDeRegle("QUAL-31")
        .Constat(null, Paye("IBAN") with { Iban = "FR7630006000011234567890188" }).Constat(null, Paye("COURT") with { Iban = "FR763000" })
        .Constat(null, Rib("RIB", "12345678901", "88")).Constat(null, Rib("LETTRE-FAUSSE", "1234567890B", "89")).Constat(null, Rib("SANS-CLE", "12345678901", ""))
        .Conforme(Paye("JUSTE"), Paye("ALLEMAND") with { Iban = AutreIban }, Paye("ESPACES") with { Iban = "FR76 3000 6000 0112 3456 7890 189" }, Paye("LETTRES") with { Iban = "GB82WEST12345698765432" }, Paye("ANDORRE") with { Iban = "AD1200012030200359100100" })
        .Conforme(Rib("RIB-JUSTE", "12345678901", "89"), Rib("LETTRE", "1234567890A", "89"))
        .NonEvaluable(Paye("SANS-COMPTE") with { Iban = null }, Rib("MASQUE", "XXXXXXXXXXX", "99"), Paye("IBAN-MASQUE") with { Iban = "FR76ZZZZZZZZZZZZZZZZZZZZ189" });

    private static CasDeRegle ComptePartage() => new CasDeRegle("RIB-01")
        .Constat(null, Paye("UN")).Constat(null, Paye("DEUX"))
        .Conforme(Paye("SEUL") with { Iban = AutreIban }, Rib("RIB-SEUL", "12345678901", "89"), Paye("AUTRE-MOIS", "2026-01"))
        .Conforme(Paye("DEUX-CONTRATS", "2026-02"), Paye("DEUX-CONTRATS-BIS", "2026-02") with { Iban = AutreIban })
        .NonEvaluable(Paye("SANS-COMPTE") with { Iban = null }, Rib("MASQUE-1", "XXXXXXXXXXX", "99"), Rib("MASQUE-2", "XXXXXXXXXXX", "99"));

    private static CasDeRegle Incomplete() => new CasDeRegle("QUAL-41")
        .Constat(null, Paye("NOM") with { Nom = "" }).Constat(null, Paye("VILLE") with { Ville = " ", CodePostal = null }).Constat(null, Paye("EMPLOI") with { Emploi = null })
        .Constat(null, Paye("GRADE") with { Grade = "" }).Constat(null, Paye("ECHELON") with { Echelon = null }).Constat(null, Paye("POSTAL") with { CodePostal = "" })
        .Conforme(Paye("COMPLET"), Paye("CONTRACTUEL") with { Statut = "NON_TITULAIRE", Echelon = null }, Paye("ELU") with { Emploi = "Maire", Grade = null, Statut = "AUTRE_STATUT", Echelon = null });

    private static CasDeRegle Statut() => new CasDeRegle("QUAL-42")
        .Constat(null, Paye("STAGIAIRE") with { RefStatutaire = "SAR1" }).Constat(null, Paye("TITULAIRE") with { Statut = "STAGIAIRE", RefStatutaire = "TAJ1" })
        .Constat(null, Paye("CONTRACTUEL") with { Statut = "NON_TITULAIRE", RefStatutaire = "TTH1" }).Constat(null, Paye("GRADE") with { Grade = "Contractuel catégorie A" })
        .Conforme(Paye("ACCORD") with { RefStatutaire = "TAJ1" }, Paye("SANS-CODE"), Paye("STAGE") with { Statut = "STAGIAIRE", RefStatutaire = "STH1" }, Paye("AUTRES") with { Statut = "NON_TITULAIRE", RefStatutaire = "YYX4" })
        .Conforme(Paye("CODE-LIBRE") with { RefStatutaire = "B" }, Paye("CDD") with { Statut = "NON_TITULAIRE", Grade = "Contractuel" }, Paye("ELU") with { Statut = "AUTRE_STATUT", RefStatutaire = "YYX2" })
        .NonEvaluable(Paye("ABSENT") with { Statut = null, RefStatutaire = "TAJ1" });

    private static CasDeRegle MoisManquants() => new CasDeRegle("QUAL-06") { Testes = 4 }
        .Constat(null, Paye("A", "2025-09"), Paye("A", "2025-11"))
        .Constat(null, Paye("A", "2026-02"))
        .Passe(Paye("B", "2025-12"), Paye("B", "2025-11"), Paye("C", "2026-03"));

    private static PayeDeCas Nomme(string matricule, string nom, string mois) => Paye(matricule, mois) with { Nom = nom, Nir = null };

    // Fifty identities allow one matricule more, not two.
    private static CasDeRegle Matricules() => new CasDeRegle("QUAL-19") { Testes = 4 }
        .Constat(null, Nomme("1", "UN", "2023-01"), Nomme("2", "DEUX", "2023-01"), Nomme("A1", "UN", "2023-02"))
        .Constat(null, [.. Cinquante("2024-01"), Nomme("B01", "NOM01", "2024-02"), Nomme("B02", "NOM02", "2024-02")])
        .Passe([.. Cinquante("2025-01"), Nomme("B01", "NOM01", "2025-02")])
        .Passe(Nomme("1", "UN", "2026-01"), Nomme("2", "DEUX", "2026-01"), Nomme("1", "UN", "2026-02"))
        .SansObjet(Nomme("1", "XXXXXX", "2022-01"), Nomme("2", "XXXXXX", "2022-01"));

    private static IEnumerable<PayeDeCas> Cinquante(string mois) => Enumerable.Range(1, 50).Select(i => Nomme($"{i:00}", $"NOM{i:00}", mois) with { Lignes = [] });

    private static PayeDeCas Cumul(string matricule, string mois, decimal brut, decimal? cumul) =>
        Paye(matricule, mois) with { Lignes = [new(Categorie.TraitBrut, "1000", "Traitement", brut)], CumulBrut = cumul };

    private static CasDeRegle Cumuls() => new CasDeRegle("QUAL-28") { Testes = 10 }
        .Constat(100m, Cumul("SAUT", "2026-01", 1000m, 1000m), Cumul("SAUT", "2026-02", 1000m, 2100m))
        .Constat(-200m, Cumul("JANVIER", "2026-01", 1000m, 800m))
        .Constat(0.06m, Cumul("SEUIL", "2026-02", 1000m, 2000m), Cumul("SEUIL", "2026-03", 1000m, 3000.06m))
        .Passe(Cumul("SUIT", "2025-12", 1000m, 9000m), Cumul("SUIT", "2026-01", 900m, 900m), Cumul("SUIT", "2026-02", 900m, 1800.05m))
        .Passe(Cumul("TROU", "2026-01", 500m, 500m), Cumul("TROU", "2026-03", 500m, 9000m))
        .Passe(Cumul("ABSENT", "2026-01", 500m, null), Cumul("NUL", "2026-01", 500m, 0m))
        .Avec(Cumul("DEUX", "2026-02", 400m, 1900m), Cumul("DEUX", "2026-02", 100m, 2000m), Cumul("DEUX", "2026-03", 500m, 2500m))
        .NonEvalues("ABSENT", "NUL");

    private static CasDeRegle MoisIsole() => new CasDeRegle("QUAL-43") { Testes = 6 }
        .Constat(null, Paye("TROU", "2026-01"), Paye("TROU", "2026-03"))
        .Constat(null, Paye("ANNEE", "2025-12"), Paye("ANNEE", "2026-02"))
        .Passe(Paye("SUIT", "2026-01"), Paye("SUIT", "2026-02"), Paye("SUIT", "2026-03"))
        .Passe(Paye("PARTI", "2025-12"), Paye("PARTI", "2026-03"))
        .Passe(Paye("SANS-FICHIER", "2026-03"), Paye("SANS-FICHIER", "2026-05"));

    private static CasDeRegle CompteChange() => new CasDeRegle("RIB-02") { Testes = 6 }
        .Constat(1969.11m, Paye("CHANGE", "2026-01"), Paye("CHANGE", "2026-02") with { Iban = AutreIban })
        .Constat(1969.11m, Paye("VERS-RIB", "2026-01"), Rib("VERS-RIB", "12345678901", "89") with { Mois = "2026-03" })
        .Passe(Paye("MEME", "2026-01"), Paye("MEME", "2026-02"), Paye("ENTRANT", "2026-02") with { Iban = AutreIban })
        .Passe(Paye("DEUX", "2026-01"), Paye("DEUX", "2026-02") with { Iban = AutreIban }, Paye("DEUX", "2026-02") with { Lignes = [new(Categorie.Indemnite, "2000", "IFSE", 10m)] })
        .Passe(Paye("PERDU", "2026-01"), Paye("PERDU", "2026-02") with { Iban = null }, Paye("RETROUVE", "2026-01") with { Iban = null }, Paye("RETROUVE", "2026-02"))
        .NonEvalues("PERDU", "RETROUVE");
}
