using Xemelios.Domain.Paye;
using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>Appends the lines of lots, column by column, and counts them in the totals: models are keys, amounts are as written.</summary>
internal sealed class TableLigne(TableAppender ajout, Dictionnaires mots, TotauxDeVolume totaux)
{
    private readonly Dictionary<LotDeBulletins, (int Modele, int Rubrique)[]> _cles = new(ReferenceEqualityComparer.Instance);

    /// <param name="premierBulletin">Key of the first bulletin of the lot; those of the others follow it.</param>
    public void Ajouter(int contenu, int premierBulletin, LotDeBulletins lot)
    {
        var cles = Cles(lot);
        var lignes = lot.Lignes;
        for (var debut = 0; debut < lignes.Nombre;)
        {
            var nombre = Math.Min(ajout.Room, lignes.Nombre - debut);
            ajout.Int32s(nombre).Fill(contenu);
            Decaler(lignes.Bulletins.Slice(debut, nombre), premierBulletin, ajout.Int32s(nombre));
            lignes.Positions.Slice(debut, nombre).CopyTo(ajout.Int32s(nombre));
            Traduire(lignes.Modeles.Slice(debut, nombre), cles, ajout.Int32s(nombre));
            ajout.Decimals18(lignes.Bases.Slice(debut, nombre));
            ajout.Decimals18(lignes.Taux.Slice(debut, nombre));
            ajout.Decimals18(lignes.Unites.Slice(debut, nombre));
            ajout.Decimals18(lignes.Montants.Slice(debut, nombre));
            ajout.EndRows(nombre);
            debut += nombre;
        }

        Compter(lot, cles);
    }

    /// <summary>The keys of the models of a lot and of their rubriques, by rank: those that it had at the last call, and the new ones.</summary>
    private (int Modele, int Rubrique)[] Cles(LotDeBulletins lot)
    {
        var modeles = lot.Modeles;
        var cles = _cles.GetValueOrDefault(lot, []);
        if (cles.Length < modeles.Length)
        {
            Array.Resize(ref cles, modeles.Length);
            _cles[lot] = cles;
        }

        for (var rang = 0; rang < cles.Length; rang++)
        {
            if (cles[rang].Modele == 0 && modeles[rang] is { } modele)
                cles[rang] = (mots.Modele(modele), mots.Rubrique(modele.Rubrique));
        }

        return cles;
    }

    private static void Decaler(ReadOnlySpan<int> rangs, int premier, Span<int> cles)
    {
        for (var i = 0; i < rangs.Length; i++)
            cles[i] = rangs[i] + premier;
    }

    private static void Traduire(ReadOnlySpan<int> rangs, (int Modele, int Rubrique)[] parRang, Span<int> cles)
    {
        for (var i = 0; i < rangs.Length; i++)
            cles[i] = parRang[rangs[i]].Modele;
    }

    private void Compter(LotDeBulletins lot, (int Modele, int Rubrique)[] cles)
    {
        var modeles = lot.Lignes.Modeles;
        var montants = lot.Lignes.Montants;
        var ligne = 0;
        foreach (var pret in lot.Bulletins)
        {
            totaux.Bulletin(pret, mots.Mot(SorteDeMot.Statut, pret.Bulletin.Agent?.Statut));
            for (var fin = ligne + pret.Lignes; ligne < fin; ligne++)
                totaux.Ligne(cles[modeles[ligne]].Rubrique, montants[ligne]);
        }
    }
}
