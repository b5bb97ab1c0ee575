using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;

namespace Xemelios.Query.Bulletins;

/// <summary>Takes out of a bulletin what its reader may not see; whatever shows or writes a bulletin reads it after that.</summary>
internal static class MasqueDeBulletin
{
    private static readonly Adresse UneAdresse = new(null, Masque.Texte, null, null, null, null, null, null, null);

    private static readonly CompteBancaire UnCompte = new(null, null, null, null, null, null, null, Masque.Texte, null, null, null);

    /// <summary>What is there and hidden is told in <see cref="BulletinDetaille.Masquees"/>.</summary>
    public static BulletinDetaille Masquer(this BulletinDetaille bulletin, Perimetre perimetre)
    {
        var masquees = bulletin.Masquees | (Presentes(bulletin) & ~perimetre.Visibles);
        return bulletin with
        {
            Nir = perimetre.Montre(DonneesProtegees.Nir) ? bulletin.Nir : Masque.De(bulletin.Nir),
            Adresse = perimetre.Montre(DonneesProtegees.Adresse) || bulletin.Adresse is null ? bulletin.Adresse : UneAdresse,
            Compte = perimetre.Montre(DonneesProtegees.CompteBancaire) || bulletin.Compte is null ? bulletin.Compte : UnCompte,
            Enfants = perimetre.Montre(DonneesProtegees.Famille) ? bulletin.Enfants : null,
            // What the format does not know may be anything that the file holds.
            Autres = perimetre.Montre(DonneesProtegees.SourceXml) ? bulletin.Autres : [.. bulletin.Autres.Select(a => a with { Texte = Masque.Texte })],
            Masquees = masquees,
        };
    }

    private static DonneesProtegees Presentes(BulletinDetaille bulletin) =>
        DonneesProtegees.SourceXml | Si(!string.IsNullOrWhiteSpace(bulletin.Nir), DonneesProtegees.Nir) | Si(bulletin.Adresse is not null, DonneesProtegees.Adresse)
        | Si(bulletin.Compte is not null, DonneesProtegees.CompteBancaire) | Si(bulletin.Enfants is not null, DonneesProtegees.Famille);

    private static DonneesProtegees Si(bool present, DonneesProtegees donnees) => present ? donnees : DonneesProtegees.Aucune;
}
