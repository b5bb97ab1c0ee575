namespace Xemelios.Import;

/// <summary>How far an import is: two bars, the whole and the current file.</summary>
/// <param name="Fichier">Path of the current file.</param>
/// <param name="Etape">Named step: réception, lecture, indexation…</param>
/// <param name="BulletinsDuFichier">Bulletins of the current file read so far.</param>
public sealed record ImportProgress(
    int FichiersFaits, int FichiersEnTout, long OctetsFaits, long OctetsEnTout, string Fichier, string Etape, int BulletinsDuFichier);
