namespace Xemelios.Samples;

/// <summary>Invents pieces and refers to them from bulletins.</summary>
public static class GenerateurDePieces
{
    private static readonly string[] Objets =
    [
        "portant attribution de l'I.F.S.E.", "portant avancement d'échelon", "portant attribution de la N.B.I.",
        "fixant le taux des heures supplémentaires", "portant temps partiel de droit",
    ];

    /// <summary>Pieces of an état: so many of each sort, identifiers beginning with <paramref name="prefixe"/> (letters and digits only, as PES wants).</summary>
    public static List<PieceFictive> Pieces(Hasard hasard, string prefixe, string employeur, int presentes, int manquantes, int orphelines)
    {
        var sorts = Enumerable.Repeat(SortDePiece.Presente, presentes)
            .Concat(Enumerable.Repeat(SortDePiece.Manquante, manquantes))
            .Concat(Enumerable.Repeat(SortDePiece.Orpheline, orphelines));
        return [.. sorts.Select((sort, i) => Piece(hasard, $"{prefixe}PJ{i + 1:000}", i + 1, employeur, sort))];
    }

    /// <summary>The état with its references: each piece is given to one to three bulletins; orphans to none.</summary>
    public static MoisDePaye Rattacher(Hasard hasard, MoisDePaye mois, IReadOnlyList<PieceFictive> pieces)
    {
        var references = new Dictionary<int, List<ReferenceDePiece>>();
        foreach (var piece in pieces.Where(p => p.Sort != SortDePiece.Orpheline))
        {
            var reference = Reference(hasard, piece);
            foreach (var bulletin in Enumerable.Range(0, hasard.Entre(1, 3)).Select(_ => hasard.Entre(0, mois.Bulletins.Count - 1)).Distinct())
            {
                if (!references.TryGetValue(bulletin, out var liste))
                    references[bulletin] = liste = [];
                liste.Add(reference);
            }
        }

        return mois with { Bulletins = [.. mois.Bulletins.Select((b, i) => references.TryGetValue(i, out var r) ? b with { Pieces = r } : b)] };
    }

    /// <summary>The piece as a PJ of <c>PES_PJ</c>.</summary>
    public static PjDePes EnPes(PieceFictive piece, Emballage emballage) =>
        new(piece.IdUnique, piece.NomFichier, "003", "application/pdf", piece.Contenu()) { Description = piece.Titre, Emballage = emballage };

    private static ReferenceDePiece Reference(Hasard hasard, PieceFictive piece)
    {
        var nomme = piece.NomFichier.StartsWith(piece.IdUnique, StringComparison.Ordinal) ? null : piece.NomFichier;
        return new ReferenceDePiece(hasard.Parmi(["01", "01", "00", "10"]), piece.IdUnique, nomme ?? (hasard.Parfois(50) ? piece.NomFichier : null));
    }

    private static PieceFictive Piece(Hasard hasard, string id, int numero, string employeur, SortDePiece sort)
    {
        var objet = hasard.Parmi(Objets);
        var nom = hasard.Parfois(50) ? $"{id}.pdf" : $"arrete_{id[..^5].ToLowerInvariant()}_{numero:000}.pdf";
        string[] texte =
        [
            employeur, "", $"Le représentant légal de l'établissement, vu le code général de la fonction publique,", "arrête :",
            $"Article 1er. Le présent arrêté n° {numero} {objet} prend effet au 1er du mois.",
            "Article 2. Document fictif, produit pour essayer un logiciel : aucune personne réelle n'y figure.",
        ];
        return new PieceFictive(id, nom, $"ARRÊTÉ n° {numero} {objet}", texte, sort);
    }
}
