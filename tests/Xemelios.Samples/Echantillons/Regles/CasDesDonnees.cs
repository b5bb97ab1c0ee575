namespace Xemelios.Samples;

/// <summary>QUAL: what a bulletin says of work and dates.</summary>
internal static class CasDesDonnees
{
    public static IEnumerable<CasDeRegle> Tous() =>
        [NbiMultiple(), SansHeures(), Doubles(), LignesEnDouble(), Evenements(), SansCotisation(), Plusieurs(), Dates(), Bornes()];

    private static PayeDeCas Paye(string matricule, string mois = "2026-03") => new(matricule) { Mois = mois };

    private static LigneDeCas Prime(decimal montant) => new(Categorie.Indemnite, "2000", "IFSE", montant);

    private static CasDeRegle NbiMultiple() => new CasDeRegle("QUAL-04")
        .Constat(null, Paye("DEUX") with { Nbi = [10, 5] })
        .Constat(null, Paye("TROIS") with { Nbi = [10, 0, 0] })
        .Conforme(Paye("UNE") with { Nbi = [25] }, Paye("NULLE") with { Nbi = [0] })
        .SansObjet(Paye("SANS"));

    private static CasDeRegle SansHeures() => new CasDeRegle("QUAL-11")
        .Constat(null, Paye("ZERO") with { Heures = 0m })
        .Constat(null, Paye("NET-SEUL") with { Heures = 0m, Lignes = [Prime(0m)], Brut = 0m, Net = 10m, NetAPayer = 10m })
        .Conforme(Paye("HEURES"), Paye("UNE-HEURE") with { Heures = 1m })
        .NonEvaluable(Paye("VIDE") with { Heures = null })
        .SansObjet(Paye("ELU") with { Heures = 0m, Emploi = "Conseillère municipale" }, Paye("RIEN") with { Heures = 0m, Lignes = [Prime(0m)] });

    private static CasDeRegle Doubles() => new CasDeRegle("QUAL-16") { Testes = 11 }
        .Constat(1969.11m, Paye("COPIE"), Paye("COPIE"))
        .Constat(100m, Paye("PROBABLE") with { Lignes = [Prime(100m)] }, Paye("PROBABLE") with { Lignes = [Prime(60m), Prime(40m)] })
        .Constat(50m, Paye("TRIPLE") with { Lignes = [Prime(50m)] }, Paye("TRIPLE") with { Lignes = [Prime(50m)] })
        .EncoreUn(50m, "2026-03", "TRIPLE").Avec(Paye("TRIPLE") with { Lignes = [Prime(50m)] })
        .Passe(Paye("CONTRATS") with { Lignes = [Prime(100m)] }, Paye("CONTRATS") with { Lignes = [Prime(80m)] })
        .Passe(Paye("COUPLE-1") with { Nom = "COUPLE", Lignes = [Prime(75m)] }, Paye("COUPLE-2") with { Nom = "COUPLE", Lignes = [Prime(75m)] })
        .Passe(Paye("NUL") with { Lignes = [Prime(0m)] }, Paye("NUL") with { Lignes = [Prime(0m)] });

    private static CasDeRegle LignesEnDouble() => new CasDeRegle("QUAL-17") { Testes = 9 }
        .Constat(90m, Paye("DEUX") with { Et = [Prime(90m), Prime(90m)] })
        .Constat(2m, Paye("TROIS") with { Et = [Prime(1m), Prime(1m), Prime(1m)] })
        .Passe(Paye("DEUX-LIGNES") with { Et = [Prime(20m)] })
        .Passe(Paye("MONTANTS") with { Et = [Prime(90m), Prime(80m)] }, Paye("MOIS") with { Et = [Prime(90m) with { Du = "2026-01" }, Prime(90m) with { Du = "2026-02" }] })
        .Passe(Paye("TAUX") with { Et = [Prime(90m) with { Taux = 1m }, Prime(90m) with { Taux = 2m }] }, Paye("NULLES") with { Et = [Prime(0m), Prime(0m)] })
        .Passe(Paye("BASE") with { Et = [Prime(90m) with { Base = 1m }, Prime(90m) with { Base = 2m }] }, Paye("UNITES") with { Et = [Prime(90m) with { Unites = 1m }, Prime(90m) with { Unites = 2m }] })
        .SansObjet(Paye("UNE") with { Lignes = [Prime(90m)] });

    private static CasDeRegle Evenements() => new CasDeRegle("QUAL-23")
        .Constat(null, Paye("VIDE") with { Evenements = [""] })
        .Constat(null, Paye("TEXTE") with { Evenements = ["CHANGEMENT DE SERVICE AU"] })
        .Conforme(Paye("CODE") with { Evenements = ["AVT"] }, Paye("LONG") with { Evenements = ["AVANCEMENT"] })
        .SansObjet(Paye("SANS"));

    private static CasDeRegle SansCotisation() => new CasDeRegle("QUAL-32")
        .Constat(null, Paye("TITULAIRE"))
        .Constat(null, Paye("DEDUCTION-SEULE") with { Et = [new(Categorie.Deduction, "5000", "CNRACL", 10m)] })
        .Constat(null, Paye("UN-EURO") with { Lignes = [Prime(1m)] })
        .Conforme(Cotise("COTISE"), Cotise("REPRISE", -3m))
        .SansObjet(Paye("ELU") with { Emploi = "Maire" }, Paye("APPRENTI") with { Emploi = "Apprenti cuisinier" }, Paye("GRATIFIE") with { Grade = "Stagiaire gratifié" }, Paye("REPRIS") with { Lignes = [Prime(-10m)] }, Paye("NUL") with { Lignes = [Prime(0m)] });

    private static PayeDeCas Cotise(string matricule, decimal montant = 600m) => Paye(matricule) with { Et = [new(Categorie.Cotisation, "6000", "CNRACL", montant)] };

    private static CasDeRegle Plusieurs() => new CasDeRegle("QUAL-34")
        .Constat(null, Paye("DEUX"), Paye("DEUX") with { Lignes = [Prime(10m)] })
        .Constat(null, Paye("ETABLISSEMENTS"), Paye("ETABLISSEMENTS") with { Service = "École" }, Paye("ETABLISSEMENTS") with { Service = "Crèche" })
        .Conforme(Paye("UN"), Paye("DEUX-MOIS", "2026-01"), Paye("UN-AUTRE"));

    private static CasDeRegle Dates() => new CasDeRegle("QUAL-40")
        .Constat(null, Paye("PERIODE-AVANT") with { Periode = ("2026-02-01", "2026-02-28") })
        .Constat(null, Paye("PERIODE-APRES") with { Periode = ("2026-04-01", "2026-04-30") })
        .Conforme(Paye("ANNEE") with { Periode = ("2026-01-01", "2026-12-31") }, Paye("DERNIER-JOUR") with { Periode = ("2026-03-31", "2026-04-30") }, Paye("PREMIER-JOUR") with { Periode = ("2026-02-01", "2026-03-01") })
        .Constat(null, Paye("PAYE-AVANT") with { DatePaiement = "2026-02-28" })
        .Constat(null, Paye("PAYE-TARD") with { DatePaiement = "2026-05-03" })
        .Constat(null, Paye("LIGNE-FUTURE") with { Et = [Prime(10m) with { Du = "2026-04" }] })
        .Conforme(Paye("MOIS"), Paye("PARTIE") with { Periode = ("2026-03-10", "2026-03-20") }, Paye("PREMIER") with { DatePaiement = "2026-03-01" }, Paye("SEUIL") with { DatePaiement = "2026-05-02" })
        .Conforme(Paye("RAPPEL") with { Et = [Prime(10m) with { Du = "2025-12" }] });

    private static CasDeRegle Bornes() => new CasDeRegle("QUAL-45")
        .Constat(null, Paye("QUOTITE") with { Quotite = 100.01m }).Constat(null, Paye("HEURES") with { Heures = 250.01m })
        .Constat(null, Paye("SUP") with { HeuresSup = 100.01m }).Constat(null, Paye("INDICE") with { Indice = 1601 }).Constat(null, Paye("ENFANTS") with { Enfants = 16 })
        .Conforme(Paye("BORNES") with { Quotite = 100m, Heures = 250m, HeuresSup = 100m, Indice = 1600, Enfants = 15 }, Paye("VIDE") with { Quotite = null, Heures = null, HeuresSup = null, Indice = null, Enfants = null });
}
