namespace Xemelios.Samples;

/// <summary>Mandats and pieces in PES files.</summary>
internal static class CasDePes
{
    public static IEnumerable<CasDeConformite> Tous() => [.. Liens().Concat(Versions()).Concat(Emballages()).Concat(Suites()).Select(c => c.Fini())];

    private static IEnumerable<Cas> Liens()
    {
        var etat = EtatPublie.Creer(MoisDeCas.Petit());
        var bordereau = Bordereau(etat);
        var mandats = Aller(etat, "mandats.xml") with { Bordereaux = [bordereau] };
        yield return new Cas("mandats-proposes", "Rien ne lie mandats et XHL : lien proposé par l'objet et le mois")
            .Avec([.. etat.Xhl, Pes(mandats)]).Etat(etat.Mandate([bordereau], "propose").Attendu);

        var parReference = Bordereau(etat, etat.References);
        var ensemble = Aller(etat, "mandats.xml") with { Bordereaux = [parReference], Pieces = etat.EnPes() };
        yield return new Cas("mandats-pjref", "Mandats et XHL dans un même PES, liés par PJRef").Avec(Pes(ensemble)).Etat(etat.Mandate([parReference], "pjref").Attendu);
        var ecart = GenerateurDeMandats.Majorer(parReference, "64111", 12_34);
        yield return new Cas("mandats-ecart", "Une nature mandatée 12,34 € de trop")
            .Avec(Pes(ensemble with { Bordereaux = [ecart] })).Etat(etat.Mandate([ecart], "pjref").Attendu);

        var references = bordereau.Mandats.Select(m => new RefComptaFictive(2026, "01", m.IdPce)).ToList();
        var autonome = Aller(etat, "xhl-autonome.xml") with { Pieces = etat.EnPes(references) };
        yield return new Cas("xhl-autonome", "XHL livré après les mandats, qui nomme ses mandats (RefCompta)")
            .Avec([Pes(mandats), Pes(autonome)]).Etat(etat.Mandate([bordereau], "refcompta").Attendu);
        yield return PieceAutonome(etat, mandats);
    }

    private static Cas PieceAutonome(EtatPublie etat, PesAllerFictif mandats)
    {
        var bordereau = mandats.Bordereaux[0];
        var piece = new PieceFictive($"{etat.Mois.Employeur.Siret}DELIB42", "deliberation_2026_042.pdf", "Délibération 2026-042", ["Régime indemnitaire fictif."], SortDePiece.Presente);
        var pj = GenerateurDePieces.EnPes(piece, Emballage.Gzip) with
        {
            References = [new(2026, "01", bordereau.Mandats[0].IdPce, 1), new(2026, "01", bordereau.Mandats[1].IdPce), new(2026, "01", 99_999)],
        };
        var aller = Aller(etat, "piece-autonome.xml") with { Pieces = [pj] };
        return new Cas("piece-autonome", "PJ liée à une ligne d'un mandat, à un mandat entier, et à un mandat encore inconnu : elle n'est pas orpheline")
            .Avec([.. etat.Xhl, Pes(mandats), Pes(aller)]).Etat(etat.Mandate([bordereau], "propose").Attendu)
            .Cle("justificatifs", new System.Text.Json.Nodes.JsonObject { ["manquantes"] = 0, ["orphelines"] = 0 });
    }

    private static IEnumerable<Cas> Versions() =>
    [
        Version("pes-2-1", "Schéma 2.1 : valeurs vides, CpteTVA, pas de TypePJ", new StylePes { Version = VersionPes.V21 }),
        Version("pes-5-11", "Schéma 5.11 : CarteAchatNiveau1 en texte", new StylePes { Version = VersionPes.V511 }),
        Version("pes-sans-infopce", "IdPce directement sous BlocPiece", new StylePes { SansInfoPce = true }),
        Version("pes-espace-par-defaut", "Espace de noms par défaut", new StylePes { EspaceParDefaut = true, Utf8 = true }),
    ];

    private static IEnumerable<Cas> Emballages() =>
    [
        Emballe("pj-sans-gzip", "XHL en base64 sans gzip", Emballage.SansGzip),
        Emballe("pj-en-lignes", "Base64 coupé en lignes", Emballage.GzipEnLignes),
        Emballe("pj-double-gzip", "XHL compressé deux fois", Emballage.DoubleGzip),
    ];

    private static IEnumerable<Cas> Suites()
    {
        var etat = EtatPublie.Creer(MoisDeCas.Petit());
        var numeros = new Numerotation();
        var bordereau = GenerateurDeMandats.Majorer(GenerateurDeMandats.Bordereau(etat.Mois, etat.ParNature, numeros, pieces: etat.References), "64111", 23_29);
        var origine = bordereau.Mandats[0];
        var reduction = GenerateurDeMandats.Reduction(etat.Mois, origine, origine.Lignes.First(l => l.Nature == "64111"), 23_29, numeros);
        var aller = Aller(etat, "mandats.xml") with { Bordereaux = [bordereau], Pieces = etat.EnPes() };
        var corrige = Aller(etat, "reduction.xml") with { Bordereaux = [reduction] };
        yield return new Cas("correction", "Mandat trop fort de 23,29 €, réduit ensuite ligne à ligne : conforme")
            .Avec([Pes(aller), Pes(corrige)]).Etat(etat.Mandate([bordereau, reduction], "pjref").Attendu);

        var bon = Bordereau(etat, etat.References);
        var allerBon = Aller(etat, "mandats.xml") with { Bordereaux = [bon], Pieces = etat.EnPes() };
        foreach (var version1 in new[] { false, true })
        {
            var refus = AcquitWriter.Octets(allerBon, [new(false, bon.IdBord, 2026, null, "ERREUR_CUMUL_MONTANTS")], version1);
            yield return new Cas(version1 ? "acquit-ko-v1" : "acquit-ko", "Bordereau refusé : ses mandats ne comptent pas")
                .Avec([Pes(allerBon), new FichierFictif("acquit.xml", refus)]).Etat(etat.Attendu);
        }

        var doublon = AcquitWriter.Octets(allerBon, [new(false, bon.IdBord, 2026, null, "ERREUR_DOUBLON_BORDEREAU")]);
        yield return new Cas("acquit-doublon", "Second envoi refusé comme doublon : le premier est valable, ses mandats comptent")
            .Avec([Pes(allerBon), new FichierFictif("acquit.xml", doublon)]).Etat(etat.Mandate([bon], "pjref").Attendu);
        var pieceRefusee = AcquitWriter.Octets(allerBon, [new(true, bon.IdBord, 2026), new(false, null, 2026, "PIECEREFUSEE1", "ERREUR_DOUBLON_PJ")]);
        yield return new Cas("acquit-pj-ko", "Bordereau accepté, une autre PJ refusée")
            .Avec([Pes(allerBon), new FichierFictif("acquit.xml", pieceRefusee)]).Etat(etat.Mandate([bon], "pjref").Attendu);
    }

    private static Cas Version(string code, string description, StylePes style)
    {
        var etat = EtatPublie.Creer(MoisDeCas.Petit());
        var bordereau = Bordereau(etat, etat.References);
        var aller = Aller(etat, "mandats.xml") with { Bordereaux = [bordereau], Pieces = etat.EnPes() };
        return new Cas(code, description).Avec(new FichierFictif(aller.NomFic, PesWriter.Octets(aller, style))).Etat(etat.Mandate([bordereau], "pjref").Attendu);
    }

    private static Cas Emballe(string code, string description, Emballage emballage)
    {
        var etat = EtatPublie.Creer(MoisDeCas.Petit());
        return new Cas(code, description).Avec(Pes(Aller(etat, "xhl.xml") with { Pieces = etat.EnPes(emballage: emballage) })).Etat(etat.Attendu);
    }

    private static BordereauFictif Bordereau(EtatPublie etat, IReadOnlyList<PjRefDeMandat>? pieces = null) =>
        GenerateurDeMandats.Bordereau(etat.Mois, etat.ParNature, new Numerotation(), pieces: pieces);

    private static PesAllerFictif Aller(EtatPublie etat, string nom) => new(etat.Mois.Employeur, "00", new DateOnly(2026, 3, 20), nom);

    private static FichierFictif Pes(PesAllerFictif aller) => new(aller.NomFic, PesWriter.Octets(aller));
}
